extension CenterConfiguration {
    /// What the contacts of a queue ask of agents at each ring, from 0, unless they bring a requirement of their own.
    public func requirements(of queue: QueueConfiguration) -> [Requirement?] {
        RingRequirements(queue, hasReserved: hasReservedAgents).own
    }
}

/// What the contacts of one queue ask of agents at each ring, made ready once a configuration.
///
/// What a contact brings, or else what the queue asks, is replaced or relaxed ring by ring. Which sites' agents may
/// have it, and whether agents who are reserved for another queue may, is asked in the same language, so that
/// matching, explanations and other partitions need to know of nothing else.
struct RingRequirements: Sendable {
    /// The most clauses that a queue adds to what its contacts ask: sites with their conditions, and two of reserved
    /// agents.
    static let ownClauses = 3 + ConfigurationBounds.siteClauses
    /// How many outcomes for contacts that bring a requirement are remembered.
    private static let memoryBound = 256

    private let rings: [RingConfiguration]
    private let requirement: Requirement?
    /// By ring, from 0: what is added to all that is asked before; `always` for nothing.
    private let additions: [RequirementExpression]
    /// By ring, from 0: whether what a contact brings counts.
    private let keepsBrought: [Bool]
    /// By ring, from 0: what contacts ask that bring nothing.
    private(set) var own: [Requirement?] = []
    /// Whether, before any ring, what a contact brings is all that is asked.
    let isPlain: Bool
    private var remembered: [Key: Requirement?] = [:]

    private struct Key: Hashable {
        let brought: Requirement
        let ring: Int
    }

    /// - Parameter hasReserved: Whether any agent is reserved for a queue.
    init(_ configuration: QueueConfiguration, hasReserved: Bool) {
        rings = configuration.rings
        requirement = configuration.requirement
        var keeps = [true]
        for ring in rings { keeps.append(ring.relaxation != nil && keeps[keeps.count - 1]) }
        keepsBrought = keeps
        let additions = (0...configuration.rings.count).map { Self.additions(configuration, $0, hasReserved) }
        self.additions = additions
        isPlain = additions[0] == .always
        own = (0...configuration.rings.count).map { composed(configuration.requirement, $0) }
    }

    /// What a contact asks at a ring.
    @inline(__always)
    func asked(bringing brought: Requirement?, at ring: Int) -> Requirement? {
        let ring = min(ring, own.count - 1)
        guard let brought else { return own[ring] }
        if ring == 0, isPlain { return brought }
        return changed(brought, at: ring)
    }

    private func changed(_ brought: Requirement, at ring: Int) -> Requirement? {
        guard keepsBrought[ring] else { return own[ring] }
        if let known = remembered[Key(brought: brought, ring: ring)] { return known }
        return composed(brought, ring)
    }

    /// Has the answer to the same question ready the next time.
    mutating func remember(bringing brought: Requirement, at ring: Int) {
        guard keepsBrought[ring], ring > 0 || !isPlain else { return }
        let key = Key(brought: brought, ring: ring)
        guard remembered[key] == nil else { return }
        if remembered.count == Self.memoryBound { remembered.removeAll(keepingCapacity: true) }
        remembered[key] = .some(composed(brought, ring))
    }

    private func composed(_ brought: Requirement?, _ ring: Int) -> Requirement? {
        var asked = brought?.parts.expression ?? .always
        for ring in rings.prefix(ring) {
            if let relaxation = ring.relaxation {
                asked = asked.relaxed(relaxation)
            } else {
                asked = ring.requirement?.parts.expression ?? .always
            }
        }
        let whole = RequirementExpression.allOf([asked, additions[ring]])
        if whole == brought?.parts.expression { return brought }
        return whole == .always ? nil : Requirement(whole.renumbered())
    }

    private static func additions(
        _ configuration: QueueConfiguration, _ ring: Int, _ hasReserved: Bool
    ) -> RequirementExpression {
        let taken = configuration.rings.prefix(ring)
        var parts: [RequirementExpression] = []
        if !configuration.sites.isEmpty {
            parts.append(siteAddition(configuration.sites, adding: Set(taken.flatMap(\.sites))))
        }
        if hasReserved, !taken.contains(where: \.takesReserved) {
            let name = AgentProfile.reservedFor
            parts.append(
                .any([
                    .not(clause(name, .presence)),
                    clause(name, .comparison(.equal, .text(configuration.id.name))),
                ]))
        }
        return RequirementExpression.allOf(parts)
    }

    /// Which sites' agents may have which contacts; sites that rings add may have all of them.
    private static func siteAddition(_ sites: [QueueSite], adding added: Set<SiteID>) -> RequirementExpression {
        let open = added.union(sites.compactMap { $0.condition == nil ? $0.site : nil }).sorted()
        let membership = clause("site", .membership(open.map { .text($0.name) }))
        let conditional = sites.filter { $0.condition != nil && !added.contains($0.site) }
        return RequirementExpression.anyOf(
            (open.isEmpty ? [] : [membership])
                + conditional.map { site in
                    RequirementExpression.allOf([
                        clause("site", .comparison(.equal, .text(site.site.name))),
                        site.condition?.ofContact ?? .always,
                    ])
                })
    }

    private static func clause(_ name: String, _ test: RequirementClause.Test) -> RequirementExpression {
        .clause(RequirementClause(.agent(name), test, number: 0))
    }
}
