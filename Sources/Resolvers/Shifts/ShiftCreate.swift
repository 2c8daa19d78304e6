import FoundationEssentials
import Postgres
import Schema

enum ShiftCreate: ShiftMutation {
    static let payloadTypeName = "ShiftCreatePayload"
    private static let path = ["input", "shift"]

    static func run(_ input: ShiftCreateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        var errors = InputErrors(path: path)
        guard let shift = ShiftValues(input.shift, id: UUID(), &errors) else {
            return EntityPayload(.failure(UserErrors(errors.errors)), clientMutationId: input.clientMutationId)
        }
        let outcome = try await context.mutate(path: path) { transaction in
            let audit = try context.audit(
                AuditEntry(action: "shiftCreate", entityType: "Shift", entityID: shift.id, newValues: shift.json)
            )
            return ShiftRow(try await transaction.pipeline([shift.insert, audit])[0][0])
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
