import Wire

/// A frame that could not be read.
struct FrameFault: Error {
    /// What was found.
    let cause: WireError
    /// The call that waits for an answer all the same; nil when the frame was no call or its id is unreadable.
    let unanswered: CallID?
}
