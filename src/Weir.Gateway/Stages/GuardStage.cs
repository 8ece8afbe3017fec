using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Guardrails;

namespace Weir.Gateway.Stages;

/// <summary>Stage 5, first: what the guardrails of the caller say. Behind it nobody sees a request but as they let it pass.</summary>
public sealed class GuardStage(GuardrailPolicies policies, TimeProvider time)
{
    /// <returns>The request with what is redacted replaced in its bytes, as if it had come so; and whom it may be sent to.</returns>
    /// <exception cref="GatewayException">403 when a content filter blocks it; 503 when the filters do not get through it in time.</exception>
    public Parsed Run(Parsed parsed)
    {
        var policy = policies.Of(parsed.Authenticated.Caller.Key);
        parsed = parsed with { Restrictions = policy.Restrictions };
        if (policy.Filters.IsEmpty)
        {
            return parsed;
        }

        try
        {
            return Filter(parsed, policy.Filters);
        }
        catch (RegexMatchTimeoutException)
        {
            throw GuardRefusal.Of(ScanBudget.Exceeded, parsed);
        }
        catch (GatewayException refusal) when (refusal.Recordable is null)
        {
            throw GuardRefusal.Of(refusal.Error, parsed);
        }
    }

    private Parsed Filter(Parsed parsed, ImmutableArray<TextFilter> filters)
    {
        var body = parsed.Authenticated.Inbound.Body;
        var places = RequestTexts.Find(body.Span);
        var texts = places.Select(place => place.Read(body.Span)).ToArray();
        var search = new ContentSearch(filters, new ScanBudget(time));
        var findings = search.Run(places, texts);
        if (findings.Count == 0)
        {
            return parsed;
        }

        parsed = parsed with { Pipeline = FilterNotes.Of(findings) };
        if (findings.FindIndex(finding => finding.Filter.Action == FilterAction.Block) is >= 0 and var first)
        {
            throw GuardRefusal.Blocked(findings[first].Filter, findings, parsed);
        }

        return findings.Exists(finding => finding.Filter.Action == FilterAction.Redact) ? Redact(parsed, filters, places, texts, findings, search) : parsed;
    }

    private static Parsed Redact(
        Parsed parsed, ImmutableArray<TextFilter> filters, IReadOnlyList<TextPlace> places, string[] texts, List<Finding> findings, ContentSearch search)
    {
        var patch = new JsonTextPatch(parsed.Authenticated.Inbound.Body);
        var redacted = findings.Where(finding => finding.Filter.Action == FilterAction.Redact).ToLookup(finding => finding.Place);
        for (var place = 0; place < texts.Length; place++)
        {
            if (!redacted.Contains(place))
            {
                continue;
            }

            var isUser = places[place].IsUser;
            List<TextEdit> edits = [.. redacted[place].Select(EditOf)];
            TextFilter[] inForce = [.. filters.Where(filter => filter.Action == FilterAction.Redact && (isUser || !filter.UserOnly))];
            patch.Replace(places[place], TextRedaction.Complete(texts[place], edits, inForce, search));
        }

        // Read anew, as if it had come so: every form of the request has the same texts.
        var authenticated = parsed.Authenticated;
        var inbound = authenticated.Inbound with { Body = patch.Finish() };
        return parsed with { Authenticated = authenticated with { Inbound = inbound }, Request = inbound.Protocol.Read(inbound.Body) };
    }

    private static TextEdit EditOf(Finding finding) =>
        new(finding.Match.Start, finding.Match.Length, finding.IsContinued ? "" : finding.Filter.Placeholder);
}
