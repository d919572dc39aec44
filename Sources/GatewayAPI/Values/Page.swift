/// Part of a list, in the order of ids.
public struct Page<Item: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    /// The items, in the list's order.
    public var items: [Item]
    /// What to pass as `after` for the next part; nil when this is the last.
    public var next: String?

    public init(items: [Item], next: String? = nil) {
        self.items = items
        self.next = next
    }
}
