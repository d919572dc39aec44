/// Answer to `POST /v1/configuration/validate`.
public struct ConfigurationValidation: Codable, Hashable, Sendable {
    /// Whether it could be applied.
    public var isValid: Bool
    /// Everything that is wrong with it, in the order of the file.
    public var errors: [Problem.Fault]

    public init(isValid: Bool, errors: [Problem.Fault]) {
        self.isValid = isValid
        self.errors = errors
    }
}
