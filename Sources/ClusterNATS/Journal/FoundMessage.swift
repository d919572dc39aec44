/// A message as it was found in a stream.
struct FoundMessage: Sendable {
    /// Its content.
    let bytes: [UInt8]
    /// Whether it was written on the condition that the stream ends with a certain sequence, as every record is.
    let isConditional: Bool
}
