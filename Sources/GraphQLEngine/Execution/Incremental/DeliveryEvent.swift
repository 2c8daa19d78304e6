/// Something that a subsequent result tells.
enum DeliveryEvent {
    case values(DeliveryGroup, [DeferredValue])
    case completed(DeliveryGroup, Announcement)
    case failed(DeliveryGroup, GraphQLError)
    case items(ItemStream, StreamedItems, Announcement)
    case streamCompleted(ItemStream)
    case streamFailed(ItemStream, GraphQLError)
}
