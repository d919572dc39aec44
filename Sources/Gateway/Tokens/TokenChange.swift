import FoundationEssentials

/// One change of the tokens, as it is kept in a journal: JSON, the version of its form first of all.
struct TokenChange: Codable, Hashable, Sendable {
    /// What happens to a token.
    enum Kind: Codable, Hashable, Sendable {
        case created(TokenTable.Entry)
        case revoked(id: String)
    }

    private static let formVersion = 1

    private var version = Self.formVersion
    let kind: Kind

    init(_ kind: Kind) { self.kind = kind }

    /// Reads what ``bytes()`` wrote.
    ///
    /// - Throws: `DecodingError` when these bytes are no change, or one of a later form.
    init(bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        guard version == Self.formVersion else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: "a change of tokens of form \(version)"))
        }
    }

    /// The change as it is kept.
    ///
    /// - Throws: `EncodingError`.
    func bytes() throws -> [UInt8] { [UInt8](try JSONEncoder().encode(self)) }
}
