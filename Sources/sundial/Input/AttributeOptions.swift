import ArgumentParser
import GatewayAPI

/// Attributes of a contact or a customer, as they are written on the command line.
struct AttributeOptions: ParsableArguments {
    @Option(help: "An attribute as NAME=VALUE; a number, true and false are taken as such. May be repeated.")
    var attribute: [String] = []

    func validate() throws { _ = try values() }

    /// The attributes by name; of several of one name the last.
    func values() throws -> [String: ContactAttribute] {
        var values: [String: ContactAttribute] = [:]
        for written in attribute {
            guard let sign = written.firstIndex(of: "="), sign > written.startIndex else {
                throw ValidationError("`\(written)` is no attribute; write it as NAME=VALUE, such as tier=gold.")
            }
            let value = String(written[written.index(after: sign)...])
            values[String(written[..<sign])] = Self.value(value)
        }
        return values
    }

    private static func value(_ text: String) -> ContactAttribute {
        if let truth = Bool(text) { return .truth(truth) }
        if let number = Double(text), number.isFinite { return .number(number) }
        return .text(text)
    }
}
