namespace Weir.Server.Auth;

/// <summary>Who may perform an operation, or all of an area.</summary>
/// <param name="Method">In upper case; <c>*</c>: each.</param>
/// <param name="Pattern">As it is mapped; ending in <c>/**</c>: everything below, and the address itself.</param>
/// <param name="Access">Who may.</param>
internal sealed record AccessEntry(string Method, string Pattern, Access Access)
{
    private const string Below = "/**";

    public bool IsArea => Pattern.EndsWith(Below, StringComparison.Ordinal);

    public bool Covers(string method, string pattern) => (Method == "*" || Method == method) && (IsArea ? CoversArea(pattern) : pattern == Pattern);

    private bool CoversArea(string pattern)
    {
        var root = Pattern.AsSpan(0, Pattern.Length - Below.Length);
        return pattern.AsSpan().StartsWith(root, StringComparison.Ordinal) && (pattern.Length == root.Length || pattern[root.Length] == '/');
    }
}
