import Cluster
import Testing

@Suite struct PartitionIDTests {
    @Test(arguments: [PartitionID(site: "fra", number: 0), PartitionID(site: "eu.west-1", number: 63)])
    func `What was written is read again`(partition: PartitionID) {
        #expect(PartitionID(partition.description) == partition)
    }

    @Test(arguments: ["", "fra", ".0", "fra.", "fra.-1", "fra.+1", "fra.1x", "fra.9999999999999999999"])
    func `Anything else is refused`(text: String) {
        #expect(PartitionID(text) == nil)
    }
}
