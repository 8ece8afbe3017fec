using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Guardrails;

/// <summary>Refusals of a guardrail: what the caller is told, and what of the request goes on record.</summary>
internal static class GuardRefusal
{
    public static GatewayException Of(GatewayError error, Parsed parsed) => new(error) { Recordable = Withheld(parsed) };

    /// <summary>A content filter blocks the request.</summary>
    public static GatewayException Blocked(TextFilter filter, List<Finding> findings, Parsed parsed) => Of(ErrorOf(filter, findings), parsed);

    private static GatewayError ErrorOf(TextFilter filter, List<Finding> findings) => filter.SeeksInjection
        ? GatewayError.Client(GatewayErrorCode.PermissionDenied, "Request blocked: prompt injection patterns detected") with
        {
            Patterns = [.. findings.Where(finding => finding.Filter == filter).Select(finding => finding.Match.Pattern).OfType<string>().Distinct(StringComparer.Ordinal)],
        }
        : GatewayError.Client(GatewayErrorCode.PermissionDenied, $"Request blocked by content filter: {filter.Label}");

    // What must not be sent is not kept either: the record says that there was a request, and why it was refused.
    private static Parsed Withheld(Parsed parsed) => parsed with
    {
        Authenticated = parsed.Authenticated with { Inbound = parsed.Authenticated.Inbound with { Body = "{}"u8.ToArray() } },
        Request = parsed.Request with { Body = "{}"u8.ToArray(), Members = [] },
    };
}
