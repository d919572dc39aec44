import Cluster
import ContactCenter
import Testing

@testable import Center

struct CenterLayoutTests {
    private let layout = CenterLayout(sites: ["fra", "nyc", "tyo"], partitionsAtEach: 2)

    @Test func idsSayWhereTheyWereMade() {
        #expect(layout.home(of: ContactID(partition: 3, count: 9)).description == "nyc.1")
        #expect(layout.home(of: ReservationID(partition: 0, count: 1)).description == "fra.0")
        #expect(layout.home(of: SessionID(partition: 77, count: 1)) == layout.administering)
    }

    @Test func agentsAreAtHomeAtTheirSite() {
        for number in 0..<50 {
            let home = layout.home(of: AgentID("agent-\(number)"), at: "tyo")
            #expect(home.site == "tyo")
        }
        #expect(Set((0..<50).map { layout.home(of: AgentID("agent-\($0)"), at: "tyo") }).count == 2)
        #expect(layout.home(of: "anna", at: "unknown") == layout.administering)
    }

    private static func id(_ number: Int) -> CommandID {
        CommandID(high: UInt64(number) << 16 | 0x7000, low: 0x8000_0000_0000_0000)
    }

    @Test func openingsAreAtHomeAtAnIslandOnlyIfTheyNameIt() {
        let layout = CenterLayout(sites: ["fra", "nyc", "syd"]) { Durability($0 == "syd" ? .island : .stretched) }
        let anywhere = Set((0..<50).map { layout.home(of: Self.id($0)).site })
        #expect(anywhere == ["fra", "nyc"])
        #expect(layout.home(of: Self.id(1), at: "syd")?.description == "syd.0")
        #expect(layout.home(of: Self.id(1), at: "fra")?.description == "fra.0")
        #expect(layout.home(of: Self.id(1), at: "per") == nil)
    }

    @Test func whereAllAreIslandsOpeningsAreSpreadOverAll() {
        let layout = CenterLayout(sites: ["fra", "nyc"]) { _ in Durability(.island) }
        #expect(Set((0..<50).map { layout.home(of: Self.id($0)).site }) == ["fra", "nyc"])
    }

    @Test func anIslandAndTheOthersLeaveTheirPartitionsToEachOther() throws {
        let layout = CenterLayout(sites: ["fra", "syd"]) { Durability($0 == "syd" ? .island : .stretched) }
        let (hub, island) = (layout.places[0], layout.places[1])
        #expect(["fra", "nyc", "syd"].map { layout.mayOwn(hub, site: $0) } == [true, true, false])
        #expect(["fra", "nyc", "syd"].map { layout.mayOwn(island, site: $0) } == [false, false, true])
    }

    @Test func openingsAreSpreadOverAllPartitionsByTheirCommand() {
        var counts: [String: Int] = [:]
        for number in 0..<600 {
            let id = Self.id(number)
            counts[layout.home(of: id).description, default: 0] += 1
            #expect(layout.home(of: id) == layout.home(of: id))
        }
        #expect(counts.count == 6)
        #expect(counts.values.allSatisfy { $0 > 50 && $0 < 150 })
    }

    @Test(arguments: ["fra.0", "fra.0/anna", "a.b.12/c0-1"]) func facesAreNamedByTheirPartition(name: String) throws {
        #expect(try #require(FaceName(name)).description == name)
    }

    @Test(arguments: ["", "fra", "/anna", ".0", "fra.x/anna", "fra.-1"]) func otherNamesAreRefused(name: String) {
        #expect(FaceName(name) == nil)
    }
}
