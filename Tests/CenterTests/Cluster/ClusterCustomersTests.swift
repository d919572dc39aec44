import Center
import Cluster
import ContactCenter
import Simulation
import Testing

/// Customers over the sites of a whole cluster, in virtual time.
@Suite(.timeLimit(.minutes(2))) struct ClusterCustomersTests {
    private static let nodes: [(node: NodeID, site: String)] = [("fra-1", "fra"), ("nyc-1", "nyc"), ("tyo-1", "tyo")]

    private func withSites(_ body: @escaping @Sendable (ClusterScene) async throws -> Void) throws {
        let layout = CenterLayout(sites: ["fra", "nyc", "tyo"]) { _ in .alone }
        let cluster = SimulatedCluster(
            seed: 7, plan: SimulatedCluster.Plan(nodes: Self.nodes, layout: layout))
        for (node, _) in Self.nodes { cluster.start(node) }
        let result = cluster.play { cluster -> Result<Void, any Error> in
            do { return .success(try await body(ClusterScene(cluster: cluster))) } catch { return .failure(error) }
        }
        for (node, _) in Self.nodes { cluster.kill(node) }
        try #require(result, "the run did not come to its end").get()
    }

    @Test func aCustomerAndTheirLastVisitAreKnownAtEverySite() throws {
        try withSites { scene in
            var configuration = Fixture.configuration
            configuration.customers.remembered = .seconds(3_600)
            let configure = Configure(configuration: configuration, source: "sample")
            #expect(try await scene.perform(.configure(configure), at: "fra-1") == .done(.configured(version: 1)))
            let lena = Customer(
                id: "lena", identities: [CustomerIdentity("+49 30 12345")],
                attributes: Attributes(["tier": .text("gold")]))
            #expect(try await scene.perform(.keepCustomer(lena), at: "tyo-1") == .done(.nothing))
            try await scene.pause(.seconds(5))
            #expect(try await scene.asking("nyc-1") { try await $0.customer("lena") }?.customer == lena)
            #expect(
                try await scene.asking("nyc-1") { try await $0.customers(after: nil, limit: 10) }.map(\.customer) == [
                    lena
                ])
            var before: Double = 0
            for site: SiteID in ["nyc", "tyo", "fra"] {
                let attributes = try await attributes(ofContactAt: site, scene)
                #expect(attributes["tier"] == .text("gold"))
                #expect(attributes["customer.contacts"] == (before == 0 ? nil : .number(before)))
                before += 1
                try await scene.pause(.seconds(5))
            }
            #expect(try await scene.perform(.forgetCustomer("lena"), at: "nyc-1") == .done(.nothing))
            try await scene.pause(.seconds(5))
            let forgotten = try await attributes(ofContactAt: "tyo", scene)
            #expect(forgotten["tier"] == nil)
        }
    }

    private func attributes(ofContactAt site: SiteID, _ scene: ClusterScene) async throws -> Attributes {
        let opening = OpenContact(channel: .voice, queue: Fixture.queue, customer: "0049 (30) 12345")
        let result = try await scene.perform(.openContact(opening), at: "fra-1", site: site)
        guard case .done(.opened(let contact, _)) = result else {
            throw CenterError(.invalid, "the contact was not opened: \(result)")
        }
        return try #require(try await scene.asking("fra-1") { try await $0.contact(contact) }).attributes
    }
}
