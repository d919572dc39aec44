import Cluster
import Distributed
import Wire

/// An actor that gives back what it gets.
distributed actor EchoActor: ClusterActor {
    typealias ActorSystem = ClusterActorSystem
    static let kind: ActorKind = "echo"
    static let methods: MethodTable<EchoActor> = [
        Method("echo") { (actor: isolated EchoActor, payload: EchoPayload) in actor.echo(payload) }
    ]

    init(actorSystem: ClusterActorSystem) {
        self.actorSystem = actorSystem
    }

    distributed func echo(_ payload: EchoPayload) -> EchoPayload { payload }
}

/// Bytes that an ``EchoActor`` gives back.
struct EchoPayload: WireValue {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func write(to writer: inout WireWriter) { writer.write(bytes: bytes) }

    init(from reader: inout WireReader) throws(WireError) { bytes = try reader.readBytes(bound: 65_536) }
}
