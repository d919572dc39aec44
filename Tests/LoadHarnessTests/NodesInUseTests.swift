import Testing

@testable import LoadHarness

@Suite("Nodes in turn, and those who stand in")
struct NodesInUseTests {
    private static let all = NodesInUse(sites: ["fra", "fra", "nyc", "nyc"])

    @Test("each node has its turn, and a lost one's goes to its own site")
    func turns() {
        var nodes = Self.all
        let first = (0..<5).map { _ in nodes.next() }
        #expect(first == [0, 1, 2, 3, 0])
        nodes.lose(2)
        let without = (0..<4).map { _ in nodes.next() }
        #expect(without == [1, 3, 3, 0])
        nodes.find(2)
        let again = (0..<2).map { _ in nodes.next() }
        #expect(again == [1, 2])
    }

    @Test("where a whole site is lost another stands in, and where all are lost each for itself")
    func lostSites() {
        var nodes = Self.all
        nodes.lose(0)
        nodes.lose(1)
        #expect(nodes.standIn(for: 0) == 2)
        nodes.lose(2)
        nodes.lose(3)
        #expect(nodes.standIn(for: 0) == 0)
    }

    @Test("agents are at the nodes of their site, at any where their site has none")
    func near() {
        let nodes = Self.all
        #expect(nodes.nodes(of: "nyc") == [2, 3])
        #expect(nodes.nodes(of: "syd") == [0, 1, 2, 3])
    }

    @Test("where some nodes are preferred, the others only stand in")
    func preferred() {
        var nodes = NodesInUse(sites: ["fra", "fra", "nyc", "nyc", "syd"], preferred: [1, 2])
        let first = (0..<3).map { _ in nodes.next() }
        #expect(first == [1, 2, 1])
        #expect(nodes.nodes(of: "fra") == [1])
        #expect(nodes.nodes(of: "syd") == [4])
        #expect(nodes.nodes(of: "tyo") == [1, 2])
        nodes.lose(2)
        let without = nodes.next()
        #expect(without == 3)
    }
}
