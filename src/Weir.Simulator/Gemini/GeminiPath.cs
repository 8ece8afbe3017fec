namespace Weir.Simulator.Gemini;

/// <summary>A path of this dialect, which names the model and what to do with it.</summary>
/// <param name="Method">For example <c>generateContent</c>.</param>
internal sealed record GeminiPath(string Model, string Method)
{
    public const string Prefix = "/v1beta/";

    private const string Models = "models/";

    // /v1beta/models/gemini-sim-small:streamGenerateContent; a model with a slash may stand without models/ before it, as a tuned model does.
    public static GeminiPath? Parse(string path)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = path[Prefix.Length..];
        var name = rest.StartsWith(Models, StringComparison.Ordinal) ? rest[Models.Length..] : rest;
        var end = name.LastIndexOf(':');
        return end > 0 && end < name.Length - 1 ? new GeminiPath(name[..end], name[(end + 1)..]) : null;
    }
}
