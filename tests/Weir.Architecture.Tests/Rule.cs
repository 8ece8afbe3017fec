using Xunit;

namespace Weir.Architecture.Tests;

/// <summary>States that nothing violates a rule, and otherwise lists all that does.</summary>
internal static class Rule
{
    public static void Holds(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, $"{found.Count} violation(s):{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
