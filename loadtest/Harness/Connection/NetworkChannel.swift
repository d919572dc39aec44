import NIOCore

/// A connection; not to be mixed up with the channel of a contact.
typealias NetworkChannel = any NIOCore.Channel
