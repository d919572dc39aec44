public import ArgumentParser
public import GatewayAPI
import GatewayClient

/// `sundial agent set`
struct AgentSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Signs an agent in or out, or sets availability or capacity.",
        discussion: """
            Examples:
              sundial agent set ana --sign-in --availability available
              sundial agent set ana --availability not-ready --reason training --after-contact
              sundial agent set ana --capacity chat=2 --capacity email=0
              sundial agent set ana --capacity profile
            """)

    @Argument(help: "The agent's id.")
    var agent: String

    @Flag(help: "Begin to work, not yet available.")
    var signIn = false

    @Flag(help: "Stop working. Refused while contacts are in hand.")
    var signOut = false

    @Option(help: "What the agent is to be.")
    var availability: Availability.State?

    @Option(help: "The reason code that not-ready needs.")
    var reason: String?

    @Flag(help: "Let availability change only once nothing is in hand.")
    var afterContact = false

    @Option(help: "CHANNEL=MAXIMUM, may be repeated; `profile` alone goes back to the agent's capacity profile.")
    var capacity: [String] = []

    @OptionGroup var node: NodeOptions

    func validate() throws {
        if signIn, signOut { throw ValidationError("--sign-in and --sign-out exclude each other.") }
        if !signIn, !signOut, availability == nil, capacity.isEmpty {
            throw ValidationError("Say what to set: --sign-in, --sign-out, --availability or --capacity.")
        }
        if availability == .notReady, reason == nil { throw ValidationError("not-ready needs --reason CODE.") }
        if availability == .offline { throw ValidationError("Use --sign-out to take an agent offline.") }
        _ = try maximum()
    }

    func run() async throws {
        try await node.withClient { client in
            if signIn { try await client.signIn(agent) }
            if let availability {
                let when: AvailabilityRequest.When = afterContact ? .afterContact : .now
                try await client.setAvailability(
                    of: agent, to: Availability(availability, reason: reason), when: when)
            }
            if !capacity.isEmpty { try await client.setCapacity(of: agent, to: maximum()) }
            if signOut { try await client.signOut(agent) }
            let changed = try await client.agent(agent)
            print("\(agent) is \(Phrase.availability(changed.availability)), \(changed.work.rawValue).")
        }
    }

    private func maximum() throws -> [ContactChannel: Int] {
        if capacity == ["profile"] { return [:] }
        var maximum: [ContactChannel: Int] = [:]
        for text in capacity {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let channel = ContactChannel(rawValue: String(parts[0])),
                let number = Int(parts[1]), (0...100).contains(number)
            else {
                throw ValidationError("\(text) is no capacity; write CHANNEL=MAXIMUM, such as chat=2.")
            }
            maximum[channel] = number
        }
        return maximum
    }
}

extension Availability.State: ExpressibleByArgument {
    /// What an agent who is signed in may be set to.
    public static var allValueStrings: [String] { allCases.filter { $0 != .offline }.map(\.rawValue) }
}
