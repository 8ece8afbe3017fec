using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.AzureOpenAi;

/// <summary>Reads Azure's errors: OpenAI's, with what its filter found inside, or those of the gateway before it.</summary>
/// <remarks>
/// <code>
/// {"error":{"message":"The response was filtered…","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation",
///   "content_filter_result":{"violence":{"filtered":true,"severity":"high"},"jailbreak":{"filtered":false,"detected":false}}}}}
/// {"statusCode":401,"message":"Access denied due to invalid subscription key."}
/// </code>
/// </remarks>
internal static class AzureErrors
{
    public static UpstreamErrorBody Read(ReadOnlySpan<byte> body) => Filtered(body) ?? ErrorBody.Read(body);

    // Null: another error.
    private static UpstreamErrorBody? Filtered(ReadOnlySpan<byte> body)
    {
        var found = ErrorBody.Read(body, root =>
        {
            var error = root.Member("error");
            var inner = error.Member("innererror");
            if (error.Text("code") != "content_filter" && inner.Text("code") != "ResponsibleAIPolicyViolation")
            {
                return null;
            }

            var reasons = ReasonsOf(inner.Member("content_filter_result"));
            var message = error.Text("message") ?? "The prompt was filtered.";
            return new UpstreamErrorBody(reasons.Length == 0 ? message : $"{message} (filtered: {reasons})", "content_filter");
        });
        return found.Code is null ? null : found;
    }

    private static string ReasonsOf(JsonElement results) =>
        results.ValueKind == JsonValueKind.Object
            ? string.Join(", ", results.EnumerateObject().Where(result => result.Value.IsTrue("filtered")).Select(result => result.Name))
            : "";
}
