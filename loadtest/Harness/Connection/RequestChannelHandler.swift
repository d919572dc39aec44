import NIOCore

/// What a connection tells whoever it belongs to, on its event loop.
protocol ConnectionOwner: Actor {
    /// A request was answered.
    func answered(_ connection: Int, status: Int, retryAfter: Int?, body: ByteBuffer)
    /// An event came on a stream.
    func received(_ event: ServerEventParser.Event, on stream: Int)
    /// A stream was accepted, or refused when the status is not 200.
    func streamOpened(_ stream: Int, status: Int)
    /// The connection is gone, with whatever was under way.
    func connectionClosed(_ connection: Int)
    /// A stream's connection is gone.
    func streamClosed(_ stream: Int)
}

/// Reads the answers of one connection for requests.
final class RequestChannelHandler<Owner: ConnectionOwner>: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let owner: Owner
    private let connection: Int
    private var parser = HTTPResponseParser()
    private var status = 0
    private var retryAfter: Int?
    private var body = ByteBuffer()

    init(owner: Owner, connection: Int) {
        self.owner = owner
        self.connection = connection
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        parser.append(unwrapInboundIn(data))
        while let part = parser.next() {
            switch part {
            case .head(let status, let retryAfter):
                self.status = status
                self.retryAfter = retryAfter
                body = ByteBuffer()
            case .body(var bytes):
                if body.readableBytes == 0 { body = bytes } else { body.writeBuffer(&bytes) }
            case .end:
                let (connection, status, retryAfter, body) = (connection, status, retryAfter, body)
                owner.assumeIsolated {
                    $0.answered(connection, status: status, retryAfter: retryAfter, body: body)
                }
            }
        }
        if parser.hasFailed { context.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        let connection = connection
        owner.assumeIsolated { $0.connectionClosed(connection) }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}

/// Reads the events of one stream.
final class StreamChannelHandler<Owner: ConnectionOwner>: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let owner: Owner
    private let stream: Int
    private var parser = HTTPResponseParser()
    private var events = ServerEventParser()

    init(owner: Owner, stream: Int) {
        self.owner = owner
        self.stream = stream
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let stream = stream
        parser.append(unwrapInboundIn(data))
        while let part = parser.next() {
            switch part {
            case .head(let status, _):
                owner.assumeIsolated { $0.streamOpened(stream, status: status) }
            case .body(let bytes):
                events.append(bytes)
                while let event = events.next() {
                    owner.assumeIsolated { $0.received(event, on: stream) }
                }
            case .end: context.close(promise: nil)
            }
        }
        if parser.hasFailed { context.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        let stream = stream
        owner.assumeIsolated { $0.streamClosed(stream) }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
