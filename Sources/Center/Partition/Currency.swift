import Cluster
import DequeModule

/// Knows which outputs were computed while the host still owned its partition: the machine behind reads.
///
/// Where others can write the journal too, a host that was overtaken does not hear of it at once. What needed a record
/// is safe all the same, since the record is refused; a read, a refusal or a repeated answer needs none, and would show
/// a state that the new owner has left behind. So every output gets a stamp, counted up, and leaves only when the
/// journal was seen, at some instant after the stamp was given, to end in this owner's own records.
///
/// Two things show that: a look at the journal's end, and an append that succeeded. Either began after the stamps given
/// until then, and ended at some place; once everything up to that place is confirmed as this owner's, nobody had taken
/// over before that instant. However many outputs wait, one look serves them all, and where records flow none is needed.
struct Currency {
    private struct Proof {
        let stamp: UInt64
        let end: JournalSequence
    }

    /// The stamp given last.
    private(set) var given: UInt64 = 0
    /// Outputs with stamps up to this one were computed by the owner.
    private(set) var known: UInt64 = 0
    /// The greatest stamp that a look or an append under way, or a proof that waits for its records, covers.
    private var covered: UInt64 = 0
    private var proofs: Deque<Proof> = []

    /// Whether outputs wait that nothing under way will speak for.
    var needsLook: Bool { given > max(known, covered) }

    /// A stamp for an output computed now.
    mutating func stamp() -> UInt64 {
        given += 1
        return given
    }

    /// A look or an append begins; ``found(end:since:confirmed:)`` or ``failed()`` follows.
    ///
    /// - Returns: The greatest stamp that it speaks for.
    mutating func begin() -> UInt64 {
        covered = given
        return given
    }

    /// A look or an append ended without an answer that counts: whatever waits is to be looked for anew.
    mutating func failed() {
        covered = proofs.last?.stamp ?? known
    }

    /// The journal ended at `end` at an instant after `stamp` was given.
    mutating func found(end: JournalSequence, since stamp: UInt64, confirmed: JournalSequence) {
        if stamp > proofs.last?.stamp ?? known {
            proofs.append(Proof(stamp: stamp, end: end))
            covered = max(covered, stamp)
        }
        advance(through: confirmed)
    }

    /// Everything through `confirmed` is this owner's. Complexity: O(proofs that it completes).
    mutating func advance(through confirmed: JournalSequence) {
        while let proof = proofs.first, proof.end <= confirmed {
            known = proof.stamp
            proofs.removeFirst()
        }
    }
}
