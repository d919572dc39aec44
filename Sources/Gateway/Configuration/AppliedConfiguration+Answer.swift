import ContactCenter
import GatewayAPI

extension AppliedConfiguration {
    /// The version that a command has put into force.
    ///
    /// - Throws: ``UnexpectedAnswer`` for the answer to another command.
    init(_ answer: CommandAnswer) throws(UnexpectedAnswer) {
        guard case .configured(let version) = answer else { throw UnexpectedAnswer(answer: answer) }
        self.init(version: version)
    }
}
