import Wire

/// The score of a choice for a key in rendezvous hashing: the same on every node, in every version, for ever.
public enum RendezvousScore {
    /// The score; the choice with the highest gets the key. Complexity: O(length).
    ///
    /// The checksum of both texts, mixed by the finalizer of SplitMix64 (Steele, Lea, Flood, 2014), without which
    /// texts that differ in their last letter would score alike.
    public static func of(_ choice: String, for key: String) -> UInt64 {
        var mixed = Checksum.of(Array(key.utf8) + [0] + Array(choice.utf8))
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
