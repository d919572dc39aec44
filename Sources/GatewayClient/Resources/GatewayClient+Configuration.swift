public import GatewayAPI

extension GatewayClient {
    /// The configuration in force, its source included.
    public func configuration() async throws(GatewayError) -> ConfigurationVersion {
        try await get("/v1/configuration")
    }

    /// Every version that is kept, newest first, without their sources.
    public func configurationVersions() async throws(GatewayError) -> Page<ConfigurationVersion> {
        try await get("/v1/configuration/versions")
    }

    /// One version, its source included.
    public func configuration(version: Int) async throws(GatewayError) -> ConfigurationVersion {
        try await get("/v1/configuration/versions/\(version)")
    }

    /// Puts a configuration into force.
    ///
    /// - Parameters:
    ///   - yaml: The whole file.
    ///   - replacing: The version that must be in force for this to be carried out; nil for whichever is.
    /// - Throws: ``GatewayError`` with `refused`; its problem lists everything that is wrong with the file.
    public func apply(
        configuration yaml: String, replacing: Int? = nil, key: IdempotencyKey? = nil
    ) async throws(GatewayError) -> AppliedConfiguration {
        let query = replacing.map { "?replacing=\($0)" } ?? ""
        return try await command("/v1/configuration\(query)", .yaml(yaml), key: key)
    }

    /// Says everything that is wrong with a configuration.
    public func validate(configuration yaml: String) async throws(GatewayError) -> ConfigurationValidation {
        try await ask("/v1/configuration/validate", .yaml(yaml))
    }

    /// Says what applying a configuration would change.
    public func difference(to yaml: String) async throws(GatewayError) -> ConfigurationDifference {
        try await ask("/v1/configuration/diff", .yaml(yaml))
    }
}
