/// Compares versions of nats-server, such as `2.15.0` or `2.12.0-RC.1`.
enum ServerVersion {
    /// Whether `version` is at least `least`; an unknown one is not.
    static func isAtLeast(_ least: String, _ version: String?) -> Bool {
        guard let version else { return false }
        return !parts(version).lexicographicallyPrecedes(parts(least))
    }

    private static func parts(_ version: String) -> [Int] {
        version.prefix { $0 != "-" }.split(separator: ".").map { Int($0) ?? 0 }
    }
}
