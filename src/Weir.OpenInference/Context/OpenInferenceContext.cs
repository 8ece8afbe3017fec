using System.Collections.Immutable;

namespace Weir.OpenInference;

/// <summary>Scopes whose attributes go onto the spans started inside them, and the scope in which none are started.</summary>
/// <remarks>
/// Scopes flow with <c>async</c> calls and end with <c>Dispose</c>: <c>using (OpenInferenceContext.UseSession("s-1")) { … }</c>. Inner scopes
/// win per attribute. Python: <c>using_session</c>, <c>using_user</c>, <c>using_metadata</c>, <c>using_tags</c>, <c>using_prompt_template</c>, <c>using_attributes</c>, <c>suppress_tracing</c>.
/// </remarks>
public static class OpenInferenceContext
{
    private static readonly AsyncLocal<ContextAttributes?> Ambient = new();
    private static readonly AsyncLocal<bool> Suppressed = new();

    // Bounded by the program: one for each tracing system that is connected and not disconnected.
    private static ImmutableArray<Func<bool>> _suppressionProbes = [];

    /// <summary>What spans started here carry.</summary>
    public static ContextAttributes Current => Ambient.Value ?? ContextAttributes.Empty;

    /// <summary>True inside <see cref="SuppressTracing"/>, or where a tracing system that was connected says so: start no span.</summary>
    public static bool IsTracingSuppressed
    {
        get
        {
            if (Suppressed.Value)
            {
                return true;
            }

            foreach (var isSuppressed in _suppressionProbes)
            {
                if (isSuppressed())
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>
    /// Connects a tracing system that can suppress instrumentation. This package references none, so whoever does connects it:
    /// <c>OpenInferenceContext.AddSuppressionProbe(static () => Sdk.SuppressInstrumentation)</c>. <c>ArizeOtel.Register</c> does.
    /// </summary>
    /// <param name="isSuppressed">Asked before each span; fast, and never throws.</param>
    /// <returns>Disconnects it.</returns>
    public static IDisposable AddSuppressionProbe(Func<bool> isSuppressed)
    {
        ArgumentNullException.ThrowIfNull(isSuppressed);
        ImmutableInterlocked.Update(ref _suppressionProbes, static (probes, added) => probes.Add(added), isSuppressed);
        return new ContextScope(() => ImmutableInterlocked.Update(ref _suppressionProbes, static (probes, removed) => probes.Remove(removed), isSuppressed));
    }

    /// <summary>Puts spans into a session.</summary>
    public static IDisposable UseSession(string sessionId) => Use(new ContextAttributes { SessionId = sessionId });

    /// <summary>Attributes spans to an end user.</summary>
    public static IDisposable UseUser(string userId) => Use(new ContextAttributes { UserId = userId });

    /// <summary>Adds metadata, replacing that of outer scopes.</summary>
    public static IDisposable UseMetadata(IReadOnlyDictionary<string, object?> metadata) =>
        Use(new ContextAttributes { Metadata = MetadataJson.From(metadata) });

    /// <summary>Adds tags, replacing those of outer scopes.</summary>
    public static IDisposable UseTags(params string[] tags) => Use(new ContextAttributes { Tags = [.. tags] });

    /// <summary>Says which prompt template the calls render.</summary>
    public static IDisposable UsePromptTemplate(string template, string? version = null, IReadOnlyDictionary<string, object?>? variables = null) =>
        Use(new ContextAttributes
        {
            PromptTemplate = template,
            PromptTemplateVersion = version,
            PromptTemplateVariables = variables is null ? null : MetadataJson.From(variables),
        });

    /// <summary>Several at once.</summary>
    public static IDisposable Use(ContextAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var outer = Ambient.Value;
        Ambient.Value = attributes.Over(outer ?? ContextAttributes.Empty);
        return new ContextScope(() => Ambient.Value = outer);
    }

    /// <summary>Starts no spans until disposed.</summary>
    public static IDisposable SuppressTracing()
    {
        var outer = Suppressed.Value;
        Suppressed.Value = true;
        return new ContextScope(() => Suppressed.Value = outer);
    }
}
