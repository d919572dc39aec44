import Cluster
import ContactCenter
import Testing
import Wire

@testable import Center

struct ClusterFindingTests {
    private static let partition = PartitionID(site: "fra", number: 0)

    /// Two nodes of one site, as the first sees them, and how the first owns the site's partition.
    private static func overview(
        _ change: (inout Membership) -> Void = { _ in }, standing: Heartbeat.Standing = .serving, skew: Int64 = 0
    ) -> ClusterOverview {
        var membership = Membership(process: ProcessID(node: "fra-1", incarnation: 1), site: "fra", startedAt: 0)
        let holding = Holding(partition: partition, epoch: 3, position: JournalSequence(7))
        _ = membership.heard(membership.beat(wallClock: 0), at: .zero, wallClock: 0)
        let other = Heartbeat(
            process: ProcessID(node: "fra-2", incarnation: 1), site: "fra", startedAt: 0, number: 1, wallClock: skew,
            standing: standing, holdings: [holding])
        _ = membership.heard(other, at: .zero, wallClock: 0)
        change(&membership)
        let report = NodeReport(
            site: "fra", version: "1", startedAt: 0, time: Timestamp(microseconds: 0), freeBytes: 1 << 40)
        return ClusterOverview(
            observer: "fra-1",
            nodes: membership.members.map { .init(member: $0, silence: .milliseconds(40), report: report) },
            partitions: [
                .init(
                    place: CenterLayout.Place(partition: partition, floorNumber: 0), owner: "fra-2", status: status,
                    lastHeard: holding)
            ])
    }

    private static var status: PartitionStatus {
        PartitionStatus(
            partition: partition, phase: .serving, epoch: 3, position: JournalSequence(7), waitingRecords: 0,
            waitingOutputs: 0, liveContacts: 0, configurationVersion: 2, medium: .jetStream(replicas: 3),
            room: .plenty, snapshot: nil, time: Timestamp(microseconds: 0), streams: 0, commits: CommitFigures(),
            recovery: RecoveryReport())
    }

    private func messages(_ overview: ClusterOverview) -> [String] {
        overview.findings.map { "\($0.severity.name) \($0.message)" }
    }

    @Test func aHealthyClusterHasNone() {
        #expect(messages(Self.overview()) == [])
    }

    @Test func silentAndDrainedNodesAndClocksAreTold() {
        let silent = Self.overview { membership in
            _ = membership.heard(membership.beat(wallClock: 0), at: .seconds(9), wallClock: 0)
            _ = membership.tick(at: .seconds(9))
        }
        #expect(messages(silent).first?.hasPrefix("fault It was not heard for 0.0 s") == true)
        #expect(messages(Self.overview(standing: .draining)).first?.contains("sundial node resume fra-2") == true)
        #expect(
            messages(Self.overview(skew: 900_000)) == [
                "warning Its clock is 0.9 s ahead of that of fra-1. Set the time (NTP)."
            ])
        #expect(messages(Self.overview(standing: .clockOff)).first?.hasPrefix("fault Its clock is off") == true)
    }

    @Test func nodesThatWereToldOfOtherPartitionsAreTold() {
        var overview = Self.overview()
        let nyc = PartitionID(site: "nyc", number: 0)
        overview.nodes[1].report?.layout = [Self.partition]
        #expect(messages(overview) == [])
        overview.nodes[1].report?.layout = [Self.partition, nyc]
        #expect(
            messages(overview).first?.hasPrefix("warning It knows the partitions fra.0, nyc.0, and fra-1 knows") == true
        )
        overview.nodes[1].report?.layout = [nyc, Self.partition]
        #expect(messages(overview).first?.hasPrefix("fault It numbers the partitions nyc.0, fra.0, and fra-1") == true)
    }

    @Test func aReportTellsThePartitionsAndOneOfAnOlderProgramNone() throws {
        let report = NodeReport(
            site: "fra", version: "1", startedAt: 3, time: Timestamp(microseconds: 4), freeBytes: nil,
            layout: [Self.partition])
        #expect(try NodeReport(wireBytes: report.wireBytes()) == report)
        var troubled = report
        troubled.setbacks = [Setback(Self.partition, reason: "The servers are away.", isForGood: false)]
        #expect(try NodeReport(wireBytes: troubled.wireBytes()) == troubled)
        var older = report
        older.layout = []
        let bytes = [1] + older.wireBytes().dropFirst().dropLast()
        #expect(try NodeReport(wireBytes: bytes) == older)
    }

    @Test func aPartitionThatNobodyServesIsToldWithTheRemedy() {
        var overview = Self.overview()
        overview.partitions[0].status = nil
        overview.partitions[0].owner = nil
        #expect(messages(overview).first?.hasPrefix("fault Nobody owns it. fra-1, fra-2 may take it over;") == true)
        overview.nodes[1].report?.setbacks = [Setback(Self.partition, reason: "Records are lost.", isForGood: true)]
        #expect(
            messages(overview) == [
                "fault Nobody owns it. fra-2 has stopped serving it: Records are lost. It leaves the partition alone "
                    + "until it is restarted."
            ])
        overview.partitions[0].owner = "fra-2"
        overview.partitions[0].trouble = "No answer in time."
        #expect(
            messages(overview) == [
                "fault fra-2 owns it and does not answer for it: No answer in time. Look into the log of fra-2."
            ])
        overview.partitions[0].owner = nil
        overview.nodes = []
        #expect(messages(overview).first?.contains("there is no node that may take it over. Start a node.") == true)
    }

    @Test func theMostPressingComesFirst() {
        var overview = Self.overview(standing: .draining)
        overview.partitions[0].status?.phase = .stalled
        overview.partitions[0].status?.room = .low
        overview.partitions[0].store = JournalInspection(
            place: "stream", copies: [JournalCopy(name: "s on n2", isCurrent: false, lag: 0, silence: nil)],
            faults: ["It is damaged."], advice: ["Upgrade nats-server."])
        overview.nodes[0].report?.freeBytes = 5 << 20
        overview.nodes[1].report?.version = "2"
        let kinds = messages(overview).map { $0.prefix { $0 != " " } }
        #expect(kinds == ["fault", "fault", "warning", "warning", "warning", "warning", "note", "note"])
        #expect(messages(overview).contains { $0.contains("has 5 MiB left") })
        #expect(messages(overview).contains { $0.contains("The copy s on n2 is away") })
        #expect(messages(overview).contains("note Nodes run different versions: 1 (fra-1), 2 (fra-2)."))
    }
}
