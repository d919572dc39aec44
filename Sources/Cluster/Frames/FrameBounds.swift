/// The longest parts of a frame; what is beyond them is refused, by the sender and again by the receiver.
enum FrameBounds {
    /// Longest packet in bytes; NATS carries 1 MiB by default.
    static let packet = 1_000_000
    /// Longest arguments or result in bytes.
    static let body = 900_000
    /// Longest name of a method in UTF-8 bytes.
    static let method = 128
    /// Longest message of an error in UTF-8 bytes; a longer one is cut.
    static let message = 1_024
    /// Longest frame in bytes: a body, and room for what stands before it.
    static let frame = body + 8_192
    /// Most frames in a packet.
    static let frames = 65_536
    /// Longest deadline that is carried; a longer one is carried as this one.
    static let deadline: Duration = .seconds(86_400)
}
