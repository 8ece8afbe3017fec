using System.Text.Json.Serialization;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Source-generated JSON of the guardrail records: nulls are left out, numbers may come as texts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(BulkAssignKeysRequest))]
[JsonSerializable(typeof(BulkAssignKeysResponse))]
[JsonSerializable(typeof(BulkAssignMembersRequest))]
[JsonSerializable(typeof(BulkAssignMembersResponse))]
[JsonSerializable(typeof(BulkUnassignKeysRequest))]
[JsonSerializable(typeof(BulkUnassignKeysResponse))]
[JsonSerializable(typeof(BulkUnassignMembersRequest))]
[JsonSerializable(typeof(BulkUnassignMembersResponse))]
[JsonSerializable(typeof(CreateGuardrailRequest))]
[JsonSerializable(typeof(DataResponse<Guardrail>), TypeInfoPropertyName = "DataOfGuardrail")]
[JsonSerializable(typeof(DeleteGuardrailResponse))]
[JsonSerializable(typeof(ListGuardrailsResponse))]
[JsonSerializable(typeof(ListKeyAssignmentsResponse))]
[JsonSerializable(typeof(ListMemberAssignmentsResponse))]
[JsonSerializable(typeof(UpdateGuardrailRequest))]
internal sealed partial class GuardrailsJson : JsonSerializerContext;
