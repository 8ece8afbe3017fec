namespace Weir.Server.Configuration;

/// <summary>The configuration cannot be used; holds every error at once.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>One line each: where, what is wrong, and a value that would work.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
