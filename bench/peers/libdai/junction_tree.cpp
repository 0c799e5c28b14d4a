// Asks libDAI's junction tree (HUGIN updates, minimal fill) for the marginals of every case.
//
//   junction_tree FOLDER binarised|plain SECONDS > results
//
// binarised: a noisy-OR is a chain of factors of three variables, which is what keeps the tree narrow.
// plain: one table over a child and all its parents, as the network is written in a textbook.
// Every case runs in a process of its own, so that a limit of time and memory ends only that one.

#include <dai/jtree.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <numeric>

#include "cases.h"

namespace {

constexpr rlim_t kMostBytes = rlim_t{6} << 30;
constexpr int kMostParents = 22;
constexpr int kMostRuns = 5;
constexpr double kEnoughMilliseconds = 500;

struct TooWide {};

// Builds the factors of one connected part.
class Part {
  public:
    Part(const Case& asked, bool binarised, const std::vector<int>& nodes) : asked_(asked), binarised_(binarised) {
        for (int node : nodes) labels_[node] = next_label_++;
    }

    // Nothing but the nodes' own factors, their parents' and the witnesses'.
    std::vector<dai::Factor> factors(const std::vector<const Witness*>& witnesses) {
        std::map<int, std::vector<std::pair<int, double>>> parents;
        for (const auto& edge : asked_.edges)
            if (labels_.count(edge.child)) parents[edge.child].emplace_back(edge.parent, edge.strength);
        for (const auto& [node, label] : labels_) {
            double weight = asked_.log_weights[node];
            add_own(node, std::exp(std::min(0.0, -weight)), std::exp(std::min(0.0, weight)), parents[node]);
        }
        for (const auto* witness : witnesses) {
            // Likelihood of the sighting when its truth is 0 or 1.
            dai::Var truth(next_label_++, 2);
            noisy_or(truth, witness->leak, witness->links);
            factors_.push_back(table({truth}, [&](unsigned states) { return states & 1 ? 1.0 : 1.0 - witness->certainty; }));
        }
        return factors_;
    }

    dai::Var variable(int node) const { return dai::Var(labels_.at(node), 2); }

  private:
    void add_own(int node, double inactive, double active, const std::vector<std::pair<int, double>>& parents) {
        auto own = variable(node);
        if (parents.empty()) {
            double base = asked_.bases[node];
            factors_.push_back(table({own}, [&](unsigned states) { return states & 1 ? base * active : (1 - base) * inactive; }));
            return;
        }
        noisy_or(own, asked_.bases[node], parents);
        factors_.push_back(table({own}, [&](unsigned states) { return states & 1 ? active : inactive; }));
    }

    // The factors that make a variable the noisy-OR of nodes and a leak.
    void noisy_or(const dai::Var& truth, double leak, const std::vector<std::pair<int, double>>& links) {
        if (links.empty()) {
            factors_.push_back(table({truth}, [&](unsigned states) { return states & 1 ? leak : 1 - leak; }));
            return;
        }
        if (!binarised_) {
            if (links.size() > kMostParents) throw TooWide{};
            std::vector<dai::Var> variables{truth};
            for (const auto& link : links) variables.push_back(variable(link.first));
            factors_.push_back(table(variables, [&](unsigned states) {
                double idle = 1 - leak;
                for (size_t i = 0; i < links.size(); i++) idle *= states >> (i + 1) & 1 ? 1 - links[i].second : 1;
                return states & 1 ? 1 - idle : idle;
            }));
            return;
        }
        // "So far something has fired", handed on from link to link; the last one is the truth itself.
        dai::Var before;
        for (size_t i = 0; i < links.size(); i++) {
            dai::Var after = i + 1 == links.size() ? truth : dai::Var(next_label_++, 2);
            double weight = links[i].second;
            auto parent = variable(links[i].first);
            if (i == 0) {
                factors_.push_back(table({after, parent}, [&](unsigned states) {
                    double idle = (1 - leak) * (states & 2 ? 1 - weight : 1);
                    return states & 1 ? 1 - idle : idle;
                }));
            } else {
                factors_.push_back(table({after, parent, before}, [&](unsigned states) {
                    double idle = states & 4 ? 0 : states & 2 ? 1 - weight : 1;
                    return states & 1 ? 1 - idle : idle;
                }));
            }
            before = after;
        }
    }

    // libDAI orders the states of a table by label, lowest label fastest; value() gets bit i for variables[i].
    template <class Value>
    static dai::Factor table(const std::vector<dai::Var>& variables, Value value) {
        std::vector<size_t> order(variables.size());
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return variables[a].label() < variables[b].label(); });
        dai::VarSet set;
        for (const auto& variable : variables) set |= variable;
        dai::Factor factor(set, 0.0);
        for (size_t index = 0; index < size_t{1} << variables.size(); index++) {
            unsigned states = 0;
            for (size_t place = 0; place < order.size(); place++) states |= (index >> place & 1) << order[place];
            factor.set(index, value(states));
        }
        return factor;
    }

    const Case& asked_;
    bool binarised_;
    std::map<int, size_t> labels_;
    size_t next_label_ = 0;
    std::vector<dai::Factor> factors_;
};

int leader(std::vector<int>& leaders, int node) {
    while (leaders[node] != node) node = leaders[node] = leaders[leaders[node]];
    return node;
}

// The junction tree wants a connected graph, so that each connected part is solved by itself; a node on its own needs no tree.
std::vector<double> marginals(const Case& asked, bool binarised) {
    std::vector<int> leaders(asked.bases.size());
    std::iota(leaders.begin(), leaders.end(), 0);
    auto join = [&](int a, int b) { leaders[leader(leaders, a)] = leader(leaders, b); };
    for (const auto& edge : asked.edges) join(edge.parent, edge.child);
    for (const auto& witness : asked.witnesses)
        for (const auto& link : witness.links) join(link.first, witness.links[0].first);

    std::map<int, std::vector<int>> nodes;
    std::map<int, std::vector<const Witness*>> witnesses;
    for (size_t node = 0; node < leaders.size(); node++) nodes[leader(leaders, node)].push_back(node);
    for (const auto& witness : asked.witnesses)
        if (!witness.links.empty()) witnesses[leader(leaders, witness.links[0].first)].push_back(&witness);

    std::vector<double> active(asked.bases.size());
    for (const auto& [lead, members] : nodes) {
        if (members.size() == 1 && witnesses[lead].empty()) {
            double base = asked.bases[lead], factor = std::exp(asked.log_weights[lead]);
            active[lead] = base * factor / (base * factor + 1 - base);
            continue;
        }
        Part part(asked, binarised, members);
        dai::FactorGraph graph(part.factors(witnesses[lead]));
        dai::PropertySet options;
        options.set("verbose", size_t{0});
        options.set("updates", std::string("HUGIN"));
        dai::JTree tree(graph, options);
        tree.init();
        tree.run();
        for (int node : members) active[node] = tree.belief(part.variable(node))[1];
    }
    return active;
}

// The child's part: the line without the id.
void answer(const Case& asked, bool binarised) {
    try {
        std::vector<double> times, active;
        double spent = 0;
        do {
            auto started = std::chrono::steady_clock::now();
            active = marginals(asked, binarised);
            times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count());
            spent += times.back();
        } while (times.size() < kMostRuns && spent < kEnoughMilliseconds);
        std::sort(times.begin(), times.end());
        std::printf(" %.4f solved", times[times.size() / 2]);
        for (double value : active) std::printf(" %.17g", value);
        std::printf("\n");
        std::fflush(stdout);
        _exit(0);
    } catch (const TooWide&) {
        _exit(2);
    } catch (...) {
        // Out of memory, however libDAI says it.
        _exit(3);
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) {
        std::fprintf(stderr, "usage: junction_tree FOLDER binarised|plain SECONDS\n");
        return 2;
    }
    bool binarised = std::string(words[2]) == "binarised";
    unsigned seconds = std::atoi(words[3]);
    for (const auto& asked : read_cases(words[1])) {
        std::printf("%s", asked.id.c_str());
        std::fflush(stdout);
        auto started = std::chrono::steady_clock::now();
        pid_t child = fork();
        if (child == 0) {
            rlimit memory{kMostBytes, kMostBytes};
            setrlimit(RLIMIT_AS, &memory);
            alarm(seconds);
            answer(asked, binarised);
        }
        int status = 0;
        waitpid(child, &status, 0);
        double spent = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
        if (WIFSIGNALED(status)) std::printf(" %.1f %s\n", spent, WTERMSIG(status) == SIGALRM ? "time" : "killed");
        else if (WEXITSTATUS(status) != 0) std::printf(" %.1f %s\n", spent, WEXITSTATUS(status) == 2 ? "wide" : "memory");
        std::fflush(stdout);
    }
}
