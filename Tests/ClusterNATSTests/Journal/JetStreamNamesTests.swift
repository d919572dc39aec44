import Cluster
import JournalConformance
import Testing

@testable import ClusterNATS

@Suite struct JetStreamNamesTests {
    private func names(site: String = "fra", _ change: (inout JetStreamOptions) -> Void = { _ in }) -> JetStreamNames {
        var options = JetStreamOptions(cluster: "main")
        change(&options)
        return JetStreamNames(PartitionID(site: site, number: 2), options)
    }

    @Test func `Streams and subjects name cluster, partition and generation`() {
        let names = names { $0.generation = 3 }
        #expect(names.records == "sundial-main-fra_2-3")
        #expect(names.recordSubject == "sundial.journal.main.fra.2.3")
        #expect(names.snapshots == "sundial-main-fra_2-3-snapshots")
        #expect(names.api == "$JS.API")
    }

    @Test func `A name that a stream could not have is spelled in one that it can`() {
        #expect(names(site: "de.fra 1").records == "sundial-main-de=2efra=201_2-1")
        #expect(names(site: "de.fra 1").recordSubject == "sundial.journal.main.de=2efra=201.2.1")
    }

    @Test func `A domain is asked under its own subjects`() {
        #expect(names { $0.domain = "fra" }.api == "$JS.fra.API")
    }

    @Test func `A chunk's subject tells its snapshot`() {
        let snapshot = JournalSample.snapshot(at: 77, count: 10).reference
        #expect(names().snapshot(of: names().subject(of: snapshot) + ".0") == snapshot)
        #expect(names().snapshot(of: names().wholeSubject(of: snapshot)) == snapshot)
        #expect(names().snapshot(of: names(site: "nyc").wholeSubject(of: snapshot)) == nil)
    }
}
