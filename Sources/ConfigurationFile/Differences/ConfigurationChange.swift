/// One thing that applying a configuration would change.
public struct ConfigurationChange: Hashable, Sendable {
    /// What happens to it.
    public enum Kind: Hashable, Sendable {
        case added, removed, changed
    }

    /// Whether it is added, removed or changed.
    public let kind: Kind
    /// As in the file: `queues.support.calendar`.
    public let path: String
    /// As in the file; nil when it was added, empty for a thing whose parts are listed behind it.
    public let old: String?
    /// As in the file; nil when it is removed.
    public let new: String?

    init(path: String, old: String?, new: String?) {
        kind = old == nil ? .added : new == nil ? .removed : .changed
        self.path = path
        self.old = old
        self.new = new
    }
}

extension ConfigurationChange: CustomStringConvertible {
    /// `+ path: new`, `- path: old` or `~ path: old → new`.
    public var description: String {
        switch kind {
        case .added: Self.line("+", path, new)
        case .removed: Self.line("-", path, old)
        case .changed: "~ \(path): \(old ?? "") → \(new ?? "")"
        }
    }

    private static func line(_ mark: String, _ path: String, _ value: String?) -> String {
        guard let value, !value.isEmpty else { return "\(mark) \(path)" }
        return "\(mark) \(path): \(value)"
    }
}
