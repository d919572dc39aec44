/// Arithmetic on whole microseconds: a `Duration` is counted in attoseconds, whose 128 bits cost more than all else
/// that is done with a time.
extension Timestamp {
    /// The instant so much later; the last there is when it would lie beyond.
    func advanced(byMicroseconds microseconds: Int64) -> Timestamp {
        let (sum, isBeyond) = self.microseconds.addingReportingOverflow(microseconds)
        return Timestamp(microseconds: isBeyond ? .max : sum)
    }

    func microseconds(to other: Timestamp) -> Int64 { other.microseconds - microseconds }
}
