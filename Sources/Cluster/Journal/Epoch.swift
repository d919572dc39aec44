/// Number of an ownership of a partition; a writer with an old epoch is fenced off. 0 means never owned.
public typealias Epoch = UInt64
