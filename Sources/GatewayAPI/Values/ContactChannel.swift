/// The way a contact reaches the business.
public enum ContactChannel: String, CaseIterable, Codable, Hashable, Sendable, CodingKeyRepresentable {
    case voice, email, chat, sms, social, video
}
