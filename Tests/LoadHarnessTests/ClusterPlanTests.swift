import Testing

@testable import LoadHarness

@Suite struct ClusterPlanTests {
    @Test func partitionsAndNodesFollowFromTheSites() {
        var plan = ClusterPlan()
        plan.siteCount = 2
        plan.partitionsPerSite = 2
        #expect(plan.partitions == ["home.0", "home.1", "away.0", "away.1"])
        #expect(plan.owners.map(\.name) == ["home-1", "home-2", "away-1", "away-2"])
        #expect(ClusterPlan.stream(of: "away.1") == "sundial-sundial-away_1-1")
    }

    @Test func theNodesOfASiteAreAtDifferentServersAndNoneAtTheFronts() {
        var plan = ClusterPlan()
        plan.siteCount = ClusterPlan.siteBound
        let places = plan.sites.map { site in Set((1...2).map { plan.server(of: "\(site)-\($0)") }) }
        #expect(places.allSatisfy { $0.count == 2 })
        #expect(places.allSatisfy { !$0.contains(plan.server(of: ClusterPlan.front)) })
    }
}
