/// Names one start of one process; a new random number each time.
public typealias Incarnation = UInt64
