/// A mapping whose keys are known beforehand.
public struct LocatedMapping {
    /// The mapping itself.
    public let node: LocatedNode
    let values: [String: LocatedNode]

    /// The value of a key; nil when it is not written.
    public subscript(key: String) -> LocatedNode? { values[key] }

    /// The value of a key that must be there; its absence is reported where the mapping is named.
    public func required(_ key: String) -> LocatedNode? {
        if let value = values[key] { return value }
        node.reportKey("\(node.path.isEmpty ? "the file" : "`\(node.path)`") lacks `\(key)`")
        return nil
    }
}
