/// One thing that is wrong with a configuration: where, what, and what would be right.
public struct ConfigurationProblem: Error, Hashable, Sendable {
    /// Line of the file, from 1; 0 when the configuration was not read from a file.
    public var line: Int
    /// Column of the line in Unicode scalars, from 1; 0 when the configuration was not read from a file.
    public var column: Int
    /// What it is about: `queues.support.calendar` in a file, `queues[2].calendar` in a configuration built in code.
    public var path: String
    /// What is wrong, and what would be right, without the place.
    public var message: String

    public init(line: Int = 0, column: Int = 0, path: String, message: String) {
        self.line = line
        self.column = column
        self.path = path
        self.message = message
    }
}

extension ConfigurationProblem: CustomStringConvertible {
    /// `line 14, column 13: queue …`, or the path in place of the line where there is none.
    public var description: String {
        line > 0 ? "line \(line), column \(column): \(message)" : "\(path): \(message)"
    }
}

extension ConfigurationProblem: Comparable {
    /// By place in the file, then by path and message.
    public static func < (left: ConfigurationProblem, right: ConfigurationProblem) -> Bool {
        (left.line, left.column, left.path, left.message) < (right.line, right.column, right.path, right.message)
    }
}
