/// One key of a mapping and its value.
public struct LocatedEntry {
    /// The key's text.
    public let key: String
    /// The entry's value, with its place.
    public let value: LocatedNode
}
