import Center
import ConfigurationFile
import ContactCenter
import GatewayAPI
import Hummingbird

/// The configuration: shown, checked, compared and put into force.
struct ConfigurationRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [current, versions, version, apply, validate, difference] }

    private static let readers: [Token.Role] = [.administrator, .supervisor]

    /// What a configuration is, at its outermost; `sundial config validate` says the rest, with lines and columns.
    private static let file: JSONValue = ["type": "object", "description": "A configuration file."]

    private var current: Operation {
        Operation(
            id: "showConfiguration", summary: "Shows the configuration in force.", method: .get,
            path: "/v1/configuration", roles: Self.readers, answer: .json(status: 200, "ConfigurationVersion"),
            refusals: [404]
        ) { _ in
            let present = try await center.configuration()
            guard present.version > 0, let since = present.since else {
                throw ProblemError(.notFound, "No configuration is in force yet: apply one.")
            }
            return try .encoded(
                GatewayAPI.ConfigurationVersion(
                    version: present.version, appliedAt: DateTime(since), isCurrent: true, source: present.source))
        }
    }

    private var versions: Operation {
        Operation(
            id: "listConfigurationVersions", summary: "Lists the versions that are kept, newest first.", method: .get,
            path: "/v1/configuration/versions", roles: Self.readers,
            answer: .json(status: 200, "ConfigurationVersionPage")
        ) { _ in
            let present = try await center.configuration().version
            let kept = try await center.configurationHistory()
            let items = kept.reversed().map { version in
                GatewayAPI.ConfigurationVersion(
                    version: version.version, appliedAt: DateTime(version.at), isCurrent: version.version == present)
            }
            return try .encoded(Page(items: items))
        }
    }

    private var version: Operation {
        Operation(
            id: "showConfigurationVersion", summary: "Shows one version.", method: .get,
            path: "/v1/configuration/versions/{version}", roles: Self.readers,
            answer: .json(status: 200, "ConfigurationVersion")
        ) { call in
            let present = try await center.configuration().version
            let kept = try await center.configurationHistory()
            guard let number = Int(call.text(.version)), let found = kept.first(where: { $0.version == number }) else {
                throw call.missing(.version)
            }
            return try .encoded(
                GatewayAPI.ConfigurationVersion(
                    version: found.version, appliedAt: DateTime(found.at), isCurrent: found.version == present,
                    source: found.source))
        }
    }

    private var apply: Operation {
        Operation(
            id: "applyConfiguration", summary: "Puts a configuration into force.", method: .post,
            path: "/v1/configuration", roles: [.administrator],
            query: [
                .init(
                    name: "replacing", summary: "The version that must be in force for this to be carried out.",
                    schema: Schema.integer(0...1_000_000_000))
            ],
            body: .yaml(Self.file), isCommand: true, answer: .json(status: 200, "AppliedConfiguration")
        ) { call in
            let replacing = try replacing(call)
            let configuration = try read(call.text)
            let wish = Configure(configuration: configuration, source: call.text, replacing: replacing)
            return try await center.reconfigure(.configure(wish), for: call)
        }
    }

    private var validate: Operation {
        Operation(
            id: "validateConfiguration", summary: "Says everything that is wrong with a configuration.",
            method: .post, path: "/v1/configuration/validate", roles: Self.readers, body: .yaml([:]),
            answer: .json(status: 200, "ConfigurationValidation")
        ) { call in
            let problems = ConfigurationFile.read(call.text).problems
            let faults = problems.map { Problem.Fault($0) }
            return try .encoded(ConfigurationValidation(isValid: faults.isEmpty, errors: faults))
        }
    }

    private var difference: Operation {
        Operation(
            id: "compareConfiguration", summary: "Says what applying a configuration would change.", method: .post,
            path: "/v1/configuration/diff", roles: Self.readers, body: .yaml(Self.file),
            answer: .json(status: 200, "ConfigurationDifference")
        ) { call in
            let configuration = try read(call.text)
            let present = try await center.configuration()
            let changes = ConfigurationComparison.changes(from: present.configuration, to: configuration)
            return try .encoded(GatewayAPI.ConfigurationDifference(version: present.version, changes: changes))
        }
    }

    private func replacing(_ call: Call) throws(ProblemError) -> Int? {
        guard let text = call.query["replacing"] else { return nil }
        guard let version = Int(text), (0...1_000_000_000).contains(version) else {
            throw ProblemError(.malformedRequest, "replacing must be the number of a version.")
        }
        return version
    }

    private func read(_ source: String) throws(ProblemError) -> CenterConfiguration {
        let file = ConfigurationFile.read(source)
        guard let configuration = file.configuration, file.problems.isEmpty else {
            throw ProblemError(file.problems.map { Problem.Fault($0) }, with: "configuration")
        }
        return configuration
    }
}
