namespace Unknot.Inference.Shared.Frontier;

/// <summary>What a sweep finds, in the numbers of its component. All are probabilities given the evidence.</summary>
internal sealed class ComponentPosterior
{
    internal ComponentPosterior(FrontierModel model)
    {
        Active = new double[model.Count];
        Explained = new double[model.Witnesses.Length];
        Shares = [.. model.Witnesses.Select(witness => new double[witness.Links.Length])];
    }

    /// <summary>For each node that it is active.</summary>
    internal double[] Active { get; }

    /// <summary>For each edge of the network within the component that it has fired.</summary>
    internal List<(int Edge, double Probability)> Fired { get; } = [];

    /// <summary>For each witness that some link of it has fired.</summary>
    internal double[] Explained { get; }

    /// <summary>For each witness and link that the link has fired.</summary>
    internal double[][] Shares { get; }
}
