import Center
import ContactCenter
import GatewayAPI
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOHTTP1

/// Turns whatever a request ends with into problem details, and counts it.
struct ProblemMiddleware: RouterMiddleware {
    let paths: PathTable
    let metrics: RequestMetrics

    @concurrent func handle(
        _ request: Request, context: GatewayContext,
        next: @concurrent (Request, GatewayContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = try answer(error, to: request, context: context)
        }
        let route = context.coreContext.endpointPath.value ?? "unknown"
        metrics.note(
            route: route, method: request.method.rawValue, status: response.status.code,
            duration: start.duration(to: .now))
        return response
    }

    private func answer(_ error: any Error, to request: Request, context: GatewayContext) throws -> Response {
        switch error {
        case let error as ProblemError: return error.response
        case let error as CenterError: return ProblemError(error).response
        case let error as Refusal: return ProblemError(error).response
        case let error as TokenError:
            return ProblemError(.unavailable, error.message).retrying(after: .seconds(1)).response
        case let error as HTTPError where error.status == .notFound: return missing(request).response
        case is HTTPParserError: throw error
        case is CancellationError:
            return ProblemError(.unavailable, "The node is shutting down; repeat the request elsewhere or later.")
                .retrying(after: .seconds(1)).response
        default:
            context.logger.error("A request failed", metadata: ["error": "\(error)"])
            return ProblemError(.internalError, "The node's log says more. It is a mistake in the node.").response
        }
    }

    private func missing(_ request: Request) -> ProblemError {
        guard let methods = paths.methods(of: request.uri.path) else {
            return ProblemError(.notFound, "There is nothing at this path. /openapi.json lists what there is.")
        }
        let list = methods.joined(separator: ", ")
        var error = ProblemError(.methodNotAllowed, "This path knows \(list), not \(request.method.rawValue).")
        error.headers[.allow] = list
        return error
    }
}
