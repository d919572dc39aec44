/// A ``WireFailure`` as it travels.
struct EncodedFailure: Hashable, Sendable {
    /// Longest name in UTF-8 bytes.
    static let nameBound = 64

    /// The error type's name.
    let name: String
    /// The error's bytes.
    let bytes: [UInt8]
}
