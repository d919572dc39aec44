import Cluster

/// The code of the ``ClusterError`` that `body` throws; nil when it throws none.
func errorCode(of body: () async throws -> Void) async -> ClusterError.Code? {
    do {
        try await body()
        return nil
    } catch {
        return (error as? ClusterError)?.code
    }
}
