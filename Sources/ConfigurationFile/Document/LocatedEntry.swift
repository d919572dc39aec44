/// One key of a mapping and its value.
public struct LocatedEntry {
    /// The key's text.
    public let key: String
    public let value: LocatedNode
}
