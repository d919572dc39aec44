/// What a transport did that no transport may do.
public struct ConformanceFailure: Error, CustomStringConvertible {
    /// What was expected and what was found.
    public let message: String

    public var description: String { message }

    /// Fails with `message` unless `condition` holds.
    static func unless(_ condition: Bool, _ message: @autoclosure () -> String) throws(ConformanceFailure) {
        if !condition { throw ConformanceFailure(message: message()) }
    }

    /// Fails unless both are equal.
    static func unlessEqual<Value: Equatable>(
        _ found: Value, _ expected: Value, _ what: String
    ) throws(ConformanceFailure) {
        try unless(found == expected, "\(what): found \(found), expected \(expected).")
    }
}
