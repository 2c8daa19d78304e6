import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindWorkLocationMutations() {
        bindPayload(of: WorkLocationCreate.self)
        bindPayload(of: WorkLocationUpdate.self)
        bindPayload(of: WorkLocationDelete.self)
        object(MutationRow.self) { type in
            type.mutation("workLocationCreate", MutationWorkLocationCreateArguments.self) { arguments, call in
                try await WorkLocationCreate.run(arguments.input, call.context)
            }
            type.mutation("workLocationUpdate", MutationWorkLocationUpdateArguments.self) { arguments, call in
                try await WorkLocationUpdate.run(arguments.input, call.context)
            }
            type.mutation("workLocationDelete", MutationWorkLocationDeleteArguments.self) { arguments, call in
                try await WorkLocationDelete.run(arguments.input, call.context)
            }
        }
    }
}

/// A mutation whose payload has a place of work.
protocol WorkLocationMutation: EntityMutation where Entity == WorkLocationRow {}

extension WorkLocationMutation {
    static var entityField: String { "location" }

    /// Stores a location and its audit row in one round trip.
    static func store(
        _ statement: BoundStatement<TenantScope>,
        _ audit: BoundStatement<TenantScope>,
        in transaction: Transaction<TenantScope>
    ) async throws -> WorkLocationRow {
        do throws(DatabaseError) {
            return WorkLocationRow(try await transaction.pipeline([statement, audit])[0][0])
        } catch {
            throw NetworkList.refusal(for: error, path: ["input", "ipAllowlist"])
        }
    }
}
