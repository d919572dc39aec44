public import ContactCenter

/// One item of a stream of notices.
///
/// An item with a position at or below that of one already seen is a repetition, to be dropped.
public struct NoticeItem: Hashable, Sendable {
    /// What an item says.
    public enum Content: Hashable, Sendable {
        /// What went before is not known here any more: forget it and begin with this state.
        case reset(NoticeState)
        /// Something happened.
        case notice(Notice)
    }

    /// Where a stream that breaks off behind this item is to be resumed.
    public let position: NoticePosition
    /// What it says.
    public let content: Content

    public init(position: NoticePosition, content: Content) {
        self.position = position
        self.content = content
    }
}
