public import Wire

/// The way a contact reaches the business.
public enum Channel: UInt8, CaseIterable, Codable, Sendable {
    case voice, email, chat, sms, social, video

    /// Its name in configuration, API and command line.
    public var name: String {
        switch self {
        case .voice: "voice"
        case .email: "email"
        case .chat: "chat"
        case .sms: "sms"
        case .social: "social"
        case .video: "video"
        }
    }

    public init?(name: some StringProtocol) {
        guard let channel = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = channel
    }
}

extension Channel: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(byte: rawValue) }
    public init(from reader: inout WireReader) throws(WireError) {
        guard let channel = Channel(rawValue: try reader.readByte()) else {
            throw WireError(.invalidValue, reading: "channel", at: reader.offset - 1)
        }
        self = channel
    }
}
