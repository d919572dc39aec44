public import ContactCenter
public import GatewayAPI

extension Problem.Fault {
    /// A mistake in a configuration.
    public init(_ problem: ConfigurationProblem) {
        self.init(
            message: problem.message, field: problem.path.isEmpty ? nil : problem.path,
            line: problem.line > 0 ? problem.line : nil, column: problem.column > 0 ? problem.column : nil)
    }
}
