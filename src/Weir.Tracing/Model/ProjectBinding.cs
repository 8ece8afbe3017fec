namespace Weir.Tracing.Model;

/// <summary>How a span came by its project.</summary>
public enum ProjectBinding
{
    /// <summary>The sender named it, or it is the documented default for what was sent.</summary>
    Named,

    /// <summary>The span joins a trace that somebody else began: it is shown in that trace's project as soon as that is known.</summary>
    FollowsTrace,
}
